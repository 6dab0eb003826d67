export type RoleName = 'admin' | 'member' | 'reader'

/** Who passes a rule, as oslo.policy writes it: `!` nobody, `@` everybody, `role:member`, `role:admin or role:reader`. */
export type PolicyCheck = string

const roleOf = (part: string) => /^role:(admin|member|reader)$/.exec(part.trim())?.[1]

/** Whether a text is a check that `passes` understands. */
export const isPolicyCheck = (text: string): boolean =>
  text === '!' || text === '@' || text === '' || text.split(/ or /).every((part) => roleOf(part))

/** Whether somebody with these roles passes. */
export function passes(check: PolicyCheck, roles: readonly RoleName[]): boolean {
  if (check === '!') return false
  if (check === '@' || check === '') return true
  return check.split(/ or /).some((part) => roles.some((role) => role === roleOf(part)))
}

/** Rules that this cloud's operators have set otherwise than the services do. */
export class Policies {
  private set = new Map<string, PolicyCheck>()

  get all(): Readonly<Record<string, PolicyCheck>> {
    return Object.fromEntries(this.set)
  }

  replace(checks: Readonly<Record<string, PolicyCheck>>) {
    this.set = new Map(Object.entries(checks))
  }

  /** Undefined where the rule is as the service has it. */
  checkFor(rule: string): PolicyCheck | undefined {
    return this.set.get(rule)
  }
}
