import { i as unusableReports, n as pathsOf, r as runReportsOf, t as crashReports } from "./doors-run-reports.js";

export { crashReports, pathsOf, runReportsOf, unusableReports };