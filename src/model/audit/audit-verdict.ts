/** What comes of comparing both services, those that disagree first. */
export const auditVerdicts = [
  /** Nova knows no such instance. */
  'instance-gone',
  /** The instance is there and does not have the volume. */
  'only-in-cinder',
  /** The instance has a volume that Cinder does not know as attached to it. */
  'only-in-nova',
  /** More than one attachment of the same volume to the same instance. */
  'duplicate',
  /** `reserved`, `attaching` or `detaching` for longer than that takes. */
  'stuck',
  /** The volume's status is not what its attachments say. */
  'status-contradicts',
  /** One of the services does not say what it has, so no conclusion can be drawn. */
  'not-told',
  /** Being attached or detached just now. */
  'under-way',
  'agreed',
] as const

export type AuditVerdict = (typeof auditVerdicts)[number]

const silent: ReadonlySet<AuditVerdict> = new Set(['agreed', 'under-way', 'not-told'])

/** Whether the verdict is one that somebody has to look at. */
export const isFinding = (verdict: AuditVerdict): boolean => !silent.has(verdict)
