/** The Typst file of the opinion document, for the renderer; its text comes from `printedOpinion`. */
export const opinionTemplate = new URL('./opinion.typ', import.meta.url)
