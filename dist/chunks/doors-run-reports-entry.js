import { i as unusableReports, n as pathsOf, r as runReportsOf, t as crashReports } from "./reports.js";

export { crashReports, pathsOf, runReportsOf, unusableReports };