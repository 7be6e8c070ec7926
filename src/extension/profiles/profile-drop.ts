import * as vscode from "vscode";
import type { ServerConnection } from "../server-connection";
import { importProfiles } from "./import-profiles";

const uriList = "text/uri-list";

/** Files dropped on the Hotspots view are imported as profiles. */
export function profileDrop<Node>(server: ServerConnection): vscode.TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: [uriList],
    async handleDrop(_target, data) {
      const text = await data.get(uriList)?.asString();
      const uris = (text ?? "").split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
      if (uris.length > 0)
        await importProfiles(
          server,
          uris.map((uri) => vscode.Uri.parse(uri)),
        );
    },
  };
}
