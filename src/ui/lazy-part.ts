import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** A component whose code comes when it is first drawn, or ahead of that by `preload`. */
export type LazyPart<Props> = LazyExoticComponent<ComponentType<Props>> & { preload: () => void }

/** Sets a component apart from what the first visit loads; it has to be drawn inside of `Suspense`. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loading: Promise<{ default: ComponentType<Props> }> | undefined
  // One that failed is tried again, since the network may be back.
  const once = () =>
    (loading ??= load().then(
      (component) => ({ default: component }),
      (error: unknown) => {
        loading = undefined
        throw error
      },
    ))
  const preload = () => void once().catch(() => undefined)
  return Object.assign(lazy<ComponentType<Props>>(once), { preload })
}
