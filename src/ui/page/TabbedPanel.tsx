import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type ReactNode, useId } from 'react'

/** Tabs, of which `value` is open, and what it shows. */
export function TabbedPanel<Name extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
}: {
  /** Accessible name of the row of tabs. */
  label: string
  tabs: readonly { name: Name; label: string }[]
  value: Name
  onChange: (name: Name) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <Tabs
        value={value}
        onChange={(_event, name: Name) => onChange(name)}
        variant="scrollable"
        scrollButtons="auto"
        allowScrollButtonsMobile
        aria-label={label}
        sx={{ borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.name}
            value={tab.name}
            label={tab.label}
            id={`${id}-${tab.name}`}
            aria-controls={`${id}-panel`}
            sx={{ textTransform: 'none' }}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        // A panel without controls can be reached, too.
        tabIndex={0}
        sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0, py: 2 }}
      >
        {children}
      </Box>
    </>
  )
}
