/** What was measured: how far it can be trusted, and the call tree to walk through. */
import { html, type TemplateResult } from "lit";
import { flameSection } from "./flame-section";
import { profileSummary } from "./profile-summary";
import type { ViewContext } from "./view-context";

export function profileView(context: ViewContext): TemplateResult {
  const { profile } = context.assessment;
  // The tab is there with a profile only.
  return profile === undefined ? html`` : html`${profileSummary(context, profile)} ${flameSection(context)}`;
}
