/** A path below a service, `:name` for what varies, and what answers there. */
export type Route<Run> = { method: string; path: string; run: Run }

type Parsed<Run> = { route: Route<Run>; segments: string[] }

/** Finds the route of a path in a few steps, however many routes there are. */
export class Router<Run> {
  private readonly bySize = new Map<string, Parsed<Run>[]>()

  constructor(routes: readonly Route<Run>[]) {
    for (const route of routes) {
      const segments = route.path.split('/')
      const key = `${route.method} ${segments.length}`
      this.bySize.set(key, [...(this.bySize.get(key) ?? []), { route, segments }])
    }
  }

  /** The route for a path, with what stands in the places of its names. Literal paths win over names. */
  find(
    method: string,
    path: string,
  ): { route: Route<Run>; params: Record<string, string> } | undefined {
    const given = path.split('/')
    const candidates = this.bySize.get(`${method} ${given.length}`) ?? []
    for (const { route, segments } of candidates) {
      const params: Record<string, string> = {}
      const fits = segments.every((segment, index) => {
        const value = given[index] ?? ''
        if (!segment.startsWith(':')) return segment === value
        params[segment.slice(1)] = decodeURIComponent(value)
        return value !== ''
      })
      if (fits) return { route, params }
    }
    return undefined
  }
}
