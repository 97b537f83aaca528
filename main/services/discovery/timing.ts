/** SADP's group and port (public captures and the vendor's own client agree). */
export const sadpGroup = '239.255.255.250';
export const sadpPort = 37020;

export const wsDiscoveryGroup = '239.255.255.250';
export const wsDiscoveryPort = 3702;

/** UDP is lossy and a switch may learn the group late, so one search is three rounds. */
export const roundDelaysMs: readonly number[] = [0, 200, 600];

/** SADP users expect the list to follow the wire within this time. */
export const searchPeriodMs = 15_000;

/** How often a search also tries to get the shared port back from the program that held it. */
export const reclaimPeriodMs = 60_000;

/** Cameras answer ONVIF more slowly and it tells less, so it is asked less often. */
export const onvifPeriodMs = 60_000;

/** Refresh pressed again within this time joins the search that is under way. */
export const searchJoinMs = 1000;

/** How long a reply may still be matched with the adapter that asked. */
export const probeMemoryMs = 5 * 60_000;
export const probeMemoryLimit = 8192;

/** Counters move with each datagram; the screen needs them twice a second. */
export const statusPeriodMs = 500;

/** How often slow facts (flood, drops) are looked at. */
export const watchPeriodMs = 1000;

/** A subnet of at most this many addresses is asked one by one while the shared port is not ours. */
export const fallbackAddresses = 256;
