import { allRoadsLeadToTheApiserver } from './allRoadsLeadToTheApiserver.ts';
import { auditOfACluster } from './auditOfACluster.ts';
import { certificatesCannotBeRelayed } from './certificatesCannotBeRelayed.ts';
import { encryptedIsNotVerified } from './encryptedIsNotVerified.ts';
import { fixingInTheRightOrder } from './fixingInTheRightOrder.ts';
import { howAKubeletAuthenticates } from './howAKubeletAuthenticates.ts';
import { howToReadTheMap } from './howToReadTheMap.ts';
import { konnectivity } from './konnectivity.ts';
import type { Lesson } from './lesson.ts';
import { sshTunnels } from './sshTunnels.ts';
import { theProxyPaths } from './theProxyPaths.ts';
import { whatAPodCarries } from './whatAPodCarries.ts';
import { whoMayIn } from './whoMayIn.ts';

/** The lessons that come with the page, in the order in which they build on each other. */
export const lessons: readonly Lesson[] = [
  howToReadTheMap,
  allRoadsLeadToTheApiserver,
  howAKubeletAuthenticates,
  whatAPodCarries,
  encryptedIsNotVerified,
  fixingInTheRightOrder,
  theProxyPaths,
  whoMayIn,
  certificatesCannotBeRelayed,
  sshTunnels,
  konnectivity,
  auditOfACluster,
];
