export { buildCallTree, type CallTreeOptions } from "./call-tree";
export { compareRankings, type RankingAgreement } from "./compare-rankings";
export { anchorProfiles, type MappedProfiles, mapProfiles, type WeightedProfile } from "./map-profiles";
export type { MapOptions } from "./place-profile";
