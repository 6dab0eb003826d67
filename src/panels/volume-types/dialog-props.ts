import type { TypeFacts } from '#src/model/volume-type/type-facts.ts'

/** The props of every dialog about one type. */
export type TypeDialogProps = { type: TypeFacts; onClose: () => void }
