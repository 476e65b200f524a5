// src/settings/workspace.ts
/** The checkout of the job, else the folder that the shell stands in. */
function workspaceOf(env) {
	return env["GITHUB_WORKSPACE"] || currentFolder(env);
}
/** A shell may stand in a folder that somebody removed: there is nothing to read then. */
function currentFolder(env) {
	try {
		return process.cwd();
	} catch {
		return env["PWD"] ?? "/nowhere";
	}
}

export { workspaceOf as t };