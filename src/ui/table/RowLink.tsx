import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

import css from './RowLink.module.css'

/** The name of a row's thing, which leads to the thing's page. */
export const RowLink = createLink(({ children, ...link }: ComponentProps<'a'>) => (
  <a {...link} className={css.link}>
    <bdi>{children}</bdi>
  </a>
))
