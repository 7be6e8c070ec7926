export * from "./contract";
export { planRecording } from "./plan-recording";
export { makeProfileFolder, nameProfile } from "./profile-folder";
export { askPython, type Python } from "./python-program";
export { type RecordOptions, recordProgram } from "./record-program";
export { splitCommandLine, toCommandLine } from "./shell-words";
