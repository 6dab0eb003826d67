import type { ReactNode } from 'react'

import css from './ListLine.module.css'

/** A line of a list that can be long: a name, what is to be known of it, and what can be done. On a phone the facts are left out. */
export const ListLine = ({
  name,
  note,
  hint,
  facts,
  children,
}: {
  name: ReactNode
  /** Said below the name. */
  note: string | undefined
  /** Said on hover. */
  hint?: string | undefined
  facts: readonly [ReactNode, ReactNode, ReactNode]
  /** What can be done, at the end. */
  children: ReactNode
}) => (
  <div className={css.line}>
    <div title={hint}>
      <div className={css.name}>{name}</div>
      {note !== undefined && <div className={css.note}>{note}</div>}
    </div>
    <div className={css.wide}>{facts[0]}</div>
    <div className={css.wide}>{facts[1]}</div>
    <div className={css.wide}>{facts[2]}</div>
    {children}
  </div>
)
