import { openstackCommand, operands, option } from '#src/model/cloud/openstack-command.ts'

import type { CloudService } from './cloud-service.ts'

/** Takes a service of Cinder's into use. */
export const enableServiceCommand = ({ host, binary }: Pick<CloudService, 'host' | 'binary'>) =>
  openstackCommand('volume service set', '--enable', ...operands(host, binary))

/** Takes a service of Cinder's out of use, with the reason where one is given. */
export const disableServiceCommand = (
  { host, binary }: Pick<CloudService, 'host' | 'binary'>,
  reason: string,
) =>
  openstackCommand(
    'volume service set',
    '--disable',
    ...option('disable-reason', reason),
    ...operands(host, binary),
  )
