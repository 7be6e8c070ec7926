export { importProfiles } from "./import-profiles";
export { LineHeat } from "./line-heat";
export { registerProfileDocuments } from "./profile-document";
export { profileDrop } from "./profile-drop";
