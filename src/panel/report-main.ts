/** Entry of the HTML export: the same panel, fed from the data in the page instead of by an editor. */
import "./styles/panel.css";
import "./styles/report.css";
import { connectToPage } from "./page-connection";
import { PanelApp } from "./panel-app";

const app = new PanelApp();
app.standalone = true;
app.connection = connectToPage(document.getElementById("breakeven-data")!.textContent!);
document.body.append(app);
