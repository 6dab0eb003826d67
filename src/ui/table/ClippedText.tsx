import css from './ClippedText.module.css'

/** A text in one line that ends in an ellipsis where it has no room; on hover the whole of it, or what `title` says. */
export const ClippedText = ({ text, title = text }: { text: string; title?: string }) => (
  <span title={title} className={css.clipped}>
    <bdi>{text}</bdi>
  </span>
)
