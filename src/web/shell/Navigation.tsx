import { Link, useLocation } from '@tanstack/react-router'
import type { RoleCode } from '#law/terms/role.ts'
import { menuGroups, type Screen } from '../screen.ts'
import { screens } from '../screens.ts'
import { useSession } from '../session.tsx'

interface NavigationProps {
  readonly className: string
  readonly onGo?: () => void
}

/** The screens that the person's roles have a use for, by group. */
export function Navigation({ className, onGo }: NavigationProps) {
  const { roles } = useSession()
  return (
    <nav className={className} aria-label="主导航">
      {menuGroups.map((group) => (
        <Group key={group} title={group} screens={menuOf(group, roles)} {...(onGo ? { onGo } : {})} />
      ))}
    </nav>
  )
}

interface GroupProps {
  readonly title: string
  readonly screens: readonly Screen[]
  readonly onGo?: () => void
}

function Group({ title, screens: entries, onGo }: GroupProps) {
  const at = useLocation({ select: ({ pathname }) => pathname })
  if (entries.length === 0) return null
  // an entry leads to what lies below it too, unless that has an entry of its own
  const elsewhere = ({ path }: Screen) =>
    entries.some((other) => other.path.startsWith(`${path}/`) && at.startsWith(other.path))
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {entries.map((screen) => (
          <li key={screen.path}>
            <Link
              to={screen.path}
              preload="intent"
              activeOptions={{ exact: screen.path === '/' || elsewhere(screen), includeSearch: false }}
              activeProps={{ className: 'here', 'aria-current': 'page' }}
              {...(onGo ? { onClick: onGo } : {})}
            >
              {screen.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function menuOf(group: string, roles: readonly RoleCode[]): readonly Screen[] {
  return screens
    .filter(
      ({ menu, roles: for_ }) =>
        menu?.group === group && (!for_ || for_.some((role) => roles.includes(role))),
    )
    .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0))
}
