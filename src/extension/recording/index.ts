/** Recording profiles in VS Code on a machine; loaded on the first request. */
export { recordProfile, stopRecording } from "./record-profile";
