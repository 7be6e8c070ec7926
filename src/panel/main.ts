/** Entry of the webview. */
import "./styles/panel.css";
import { connectToEditor } from "./host-connection";
import { PanelApp } from "./panel-app";

const app = new PanelApp();
app.connection = connectToEditor();
document.body.append(app);
