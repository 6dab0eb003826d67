import { useVirtualizer } from '@tanstack/react-virtual'
import { Children, type HTMLAttributes, type Ref, useRef } from 'react'

/** Height of one option, in px. */
const optionHeight = 52

/** The list of an autocomplete field of which only the options in sight are drawn. */
export function WindowedListbox({
  children,
  ref,
  ...props
}: HTMLAttributes<HTMLUListElement> & { ref?: Ref<HTMLUListElement> }) {
  const scroller = useRef<HTMLUListElement>(null)
  const options = Children.toArray(children)
  const list = useVirtualizer({
    count: options.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => optionHeight,
    overscan: 8,
    initialRect: { width: 400, height: 360 },
  })
  // The field moves through its options by their places in the document, so all of them are drawn while they are few.
  const few = options.length <= 100
  const setRef = (element: HTMLUListElement | null) => {
    scroller.current = element
    if (typeof ref === 'function') ref(element)
    else if (ref) ref.current = element
  }
  return (
    <ul {...props} ref={setRef}>
      {few
        ? options
        : list.getVirtualItems().map(({ index, start }, place) => (
            <div
              role="presentation"
              key={index}
              style={{
                paddingTop: place === 0 ? start : 0,
                paddingBottom:
                  place === list.getVirtualItems().length - 1
                    ? list.getTotalSize() - start - optionHeight
                    : 0,
              }}
            >
              {options[index]}
            </div>
          ))}
    </ul>
  )
}
