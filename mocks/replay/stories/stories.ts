import type { Story } from '#mocks/replay/stage.ts'

import { actingOnVolumes, notingThings } from './acting-on-volumes.ts'
import { addressesAndBodies } from './addresses-and-bodies.ts'
import { attachingByHand, detachingByHand } from './attachments-by-hand.ts'
import { beingRefusedAToken } from './being-refused-a-token.ts'
import { changingAndDeletingVolumes } from './changing-and-deleting-volumes.ts'
import { changingVolumes, describingAndGivingVolumes } from './changing-volumes.ts'
import { creatingVolumes } from './creating-volumes.ts'
import { defaultTypes } from './default-types.ts'
import { devicesOfAServer, messagesAfterADelete } from './devices-of-a-server.ts'
import { extraSpecs } from './extra-specs.ts'
import { filteringVolumes } from './filtering-volumes.ts'
import { givingAVolumeAway } from './giving-a-volume-away.ts'
import {
  listingServers,
  lookingAroundInNova,
  readingAServersLog,
  volumesThroughNova,
} from './listing-servers.ts'
import { listingVolumes } from './listing-volumes.ts'
import { listingServersAndAttachments, lookingAroundInCinder } from './looking-around.ts'
import { makingServers } from './making-servers.ts'
import { makingVolumes } from './making-volumes.ts'
import { managingTypes } from './managing-types.ts'
import { microversions } from './microversions.ts'
import { oldAttachCalls } from './old-attach-calls.ts'
import { privateTypes } from './private-types.ts'
import { quotas } from './quotas.ts'
import { readingMessages } from './reading-messages.ts'
import { resettingStates } from './resetting-states.ts'
import { retypingVolumes } from './retyping-volumes.ts'
import { runningTheStorage } from './running-the-storage.ts'
import { failingToAttach, refusingToAttach, sharingAVolume } from './sharing-a-volume.ts'
import { shelving, shelvingASharer } from './shelving.ts'
import { signingIn } from './signing-in.ts'
import { attachmentsPastNova, staleAttachments } from './stale-attachments.ts'
import { startingFromASharedVolume } from './starting-from-a-shared-volume.ts'
import { statesOfServers } from './states-of-servers.ts'
import { askingAtOnce, statesOfVolumes } from './states-of-volumes.ts'
import { swappingVolumes } from './swapping-volumes.ts'
import { takingSnapshots } from './taking-snapshots.ts'
import { tokensThatHaveEnded } from './tokens-that-have-ended.ts'
import { changingVolumesInUse, lettingGoOfAVolume } from './volumes-in-use.ts'
import { whatKeystoneKnows } from './what-keystone-knows.ts'

/** All stories, by what they tell of. */
export const stories: Record<string, Story> = {
  'signing in': signingIn,
  'listing volumes': listingVolumes,
  'looking around in Cinder': lookingAroundInCinder,
  'listing servers and attachments': listingServersAndAttachments,
  'creating volumes': creatingVolumes,
  'sharing a volume': sharingAVolume,
  'refusing to attach': refusingToAttach,
  'failing to attach': failingToAttach,
  'changing volumes in use': changingVolumesInUse,
  'letting go of a volume': lettingGoOfAVolume,
  'attaching by hand': attachingByHand,
  'detaching by hand': detachingByHand,
  'changing volumes': changingVolumes,
  'describing and giving volumes': describingAndGivingVolumes,
  'managing types': managingTypes,
  'making servers': makingServers,
  'the devices of a server': devicesOfAServer,
  'messages after a delete': messagesAfterADelete,
  'swapping volumes': swappingVolumes,
  'the states of servers': statesOfServers,
  shelving,
  'shelving a sharer': shelvingASharer,
  'the states of volumes': statesOfVolumes,
  'asking at once': askingAtOnce,
  'starting from a shared volume': startingFromASharedVolume,
  'acting on volumes': actingOnVolumes,
  'noting things': notingThings,
  'giving a volume away': givingAVolumeAway,
  'listing servers': listingServers,
  "reading a server's log": readingAServersLog,
  'looking around in Nova': lookingAroundInNova,
  'volumes through Nova': volumesThroughNova,
  'the old attach calls': oldAttachCalls,
  'reading messages': readingMessages,
  'resetting states': resettingStates,
  'running the storage': runningTheStorage,
  'stale attachments': staleAttachments,
  'attachments past Nova': attachmentsPastNova,
  'being refused a token': beingRefusedAToken,
  'tokens that have ended': tokensThatHaveEnded,
  'what Keystone knows': whatKeystoneKnows,
  'addresses and bodies': addressesAndBodies,
  'filtering volumes': filteringVolumes,
  'making volumes': makingVolumes,
  'changing and deleting volumes': changingAndDeletingVolumes,
  'taking snapshots': takingSnapshots,
  'private types': privateTypes,
  'extra specs': extraSpecs,
  'retyping volumes': retypingVolumes,
  'default types': defaultTypes,
  microversions,
  quotas,
}
