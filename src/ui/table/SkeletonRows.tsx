import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'

const places = (count: number) => Array.from({ length: count }, (_, place) => place)

/** Rows that stand for those that are still being read. */
export function SkeletonRows({ columns }: { columns: number }) {
  return (
    <Box aria-hidden>
      {places(8).map((row) => (
        <Box
          key={row}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'var(--columns)',
            height: 'var(--row-height)',
            alignItems: 'center',
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          {places(columns + 1).map((cell) => (
            <Box key={cell} sx={{ px: 1.5 }}>
              <Skeleton variant="text" width={cell === 0 ? 18 : '70%'} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  )
}
