import "./runtime.js";
import { i as flagsOf, n as COMMANDS, r as SHELLS } from "./command-line.js";

// src/command-line/completion.ts
const PROGRAM = "openai-preflight";
/** Columns beside a flag. */
const LONGEST_TEXT = 72;
const ROWS = COMMANDS;
const NAMES = ROWS.map(({ name }) => name);
/**
* A script for a shell, complete in itself: no process is started while somebody types. Made from
* the table of commands, so that it knows the flags that are parsed.
* @param shell one of `SHELLS`
*/
function completion(shell, scenarios) {
	if (shell === "zsh") return zsh(scenarios);
	return shell === "fish" ? fish(scenarios) : bash(scenarios);
}
/** Words that may follow a command; `undefined` where a path does. */
function wordsOf({ name, most }, scenarios) {
	if (name === "demo") return [...scenarios.map((scenario) => scenario.name), "all"];
	if (name === "help") return NAMES;
	if (name === "completion") return SHELLS;
	return most === 0 ? [] : void 0;
}
/** As they are typed, without the value: `--depth`, `--no-check-run`. */
function forms({ name, kind }) {
	return kind === "boolean" ? [`--${name}`, `--no-${name}`] : [`--${name}`];
}
/** One short line beside a flag. */
function brief(text) {
	const [sentence = ""] = text.split(/(?<=\w)[.;](?= |$)/);
	return sentence.length <= LONGEST_TEXT ? sentence : `${sentence.slice(0, LONGEST_TEXT).replace(/(?<!\W)\W*\w{0,80}$/, "")} …`;
}
/** Every flag once, whatever its command is. */
function allFlags() {
	return [...new Map(ROWS.flatMap((row) => flagsOf(row).map((flag) => [flag.name, flag]))).values()];
}
function bash(scenarios) {
	const valued = allFlags().filter(({ kind }) => kind === "value");
	const counted = valued.filter(({ name, choices }) => choices.length > 0 && name !== "format");
	const reply = (words) => `COMPREPLY=($(compgen -W '${words.join(" ")}' -- "$cur"))`;
	return `# bash completion of ${PROGRAM}; to try it: source <(${PROGRAM} completion bash)
_openai_preflight() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command= i
  COMPREPLY=()
  # bash makes a word of its own of the = in --flag=value.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${NAMES.join("|")}) command="\${COMP_WORDS[i]}"; break ;;
      ${valued.flatMap(forms).join("|")})
        [[ \${COMP_WORDS[i+1]} == = ]] && ((i++))
        ((i++)) ;;
    esac
  done
  # Where nothing is said, bash completes the names of files.
  case "$prev" in
${counted.map((flag) => `    --${flag.name}) ${reply(flag.choices)}; return ;;`).join("\n")}
    --format)
      case "\${command:-run}" in
${ROWS.filter(({ formats }) => formats.length > 0).map(({ name, formats }) => `        ${name}) ${reply(formats)} ;;`).join("\n")}
      esac
      return ;;
    ${valued.filter((flag) => flag.name !== "format" && !counted.includes(flag)).flatMap(forms).join("|")}) return ;;
  esac
  if [[ $cur == -* ]]; then
    case "\${command:-run}" in
${ROWS.map((row) => `      ${row.name}) ${reply(flagsOf(row).flatMap(forms))} ;;`).join("\n")}
    esac
    return
  fi
  case "$command" in
    '') ${reply(NAMES)} ;;
${ROWS.flatMap((row) => {
		const words = wordsOf(row, scenarios) ?? [];
		return words.length === 0 ? [] : [`    ${row.name}) ${reply(words)} ;;`];
	}).join("\n")}
  esac
}
complete -o bashdefault -o default -F _openai_preflight ${PROGRAM}`;
}
function quoted(text) {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
function zsh(scenarios) {
	const plain = (text) => brief(text).replaceAll(/[[\]:\\]/g, String.raw`\$&`);
	const spec = (flag) => {
		const text = `[${plain(flag.description)}]`;
		if (flag.kind !== "value") return [...flag.short === void 0 ? [] : [`-${flag.short}`], ...forms(flag)].map((form) => quoted(`${form}${text}`));
		const values = flag.choices.length > 0 ? `(${flag.choices.join(" ")})` : flag.isPath ? "_files" : " ";
		return [quoted(`--${flag.name}=${text}:${flag.name}:${values}`)];
	};
	const operand = (row) => {
		const words = wordsOf(row, scenarios);
		if (words === void 0) return [quoted("*:file:_files")];
		return words.length === 0 ? [] : [quoted(`1:${row.operands}:(${words.join(" ")})`)];
	};
	const specs = (some) => some.join(" \\\n        ");
	const [run, ...rest] = ROWS;
	const flags = run === void 0 ? [] : flagsOf(run).flatMap(spec);
	return `#compdef ${PROGRAM}
# zsh completion of ${PROGRAM}; to try it: source <(${PROGRAM} completion zsh)
compdef _openai_preflight ${PROGRAM}
_openai_preflight() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C -A '-*' \\
        ${specs(flags)} \\
        '1: :->command' '*:: :->rest' && return
  case "$state" in
    command)
      local -a commands
      commands=(
${ROWS.map(({ name, description }) => `        ${quoted(`${name}:${brief(description)}`)}`).join("\n")}
      )
      _describe command commands ;;
    rest)
      case "$line[1]" in
        run) _arguments \\
        ${specs(flags)} ;;
${rest.map((row) => `        ${row.name}) _arguments \\\n        ${specs([...flagsOf(row).flatMap(spec), ...operand(row)])} ;;`).join("\n")}
      esac ;;
  esac
}
# Read from $fpath, this file is the body of the function.
if [ "$funcstack[1]" = _openai_preflight ]; then _openai_preflight; fi`;
}
function fish(scenarios) {
	const text = (words) => `'${brief(words).replaceAll(/['\\]/g, String.raw`\$&`)}'`;
	const line = (condition, ...parts) => `complete -c ${PROGRAM} -n '${condition}' ${parts.join(" ")}`;
	const flagLine = (condition, flag) => {
		const short = flag.short === void 0 ? [] : [`-s ${flag.short}`];
		const value = flag.kind !== "value" ? [] : flag.choices.length > 0 ? [`-x -a '${flag.choices.join(" ")}'`] : [flag.isPath ? "-r -F" : "-x"];
		return forms(flag).map((form) => line(condition, `-l ${form.slice(2)}`, ...short, ...value, `-d ${text(flag.description)}`));
	};
	const lines = ROWS.flatMap((row) => {
		const is = `__openai_preflight_is ${row.name}`;
		const words = wordsOf(row, scenarios);
		const about = new Map(scenarios.map((scenario) => [scenario.name, scenario.about]));
		const operands = words === void 0 ? [line(is, "-F")] : words.map((word) => {
			const told = about.get(word);
			return line(is, `-a ${word}`, ...told === void 0 ? [] : [`-d ${text(told)}`]);
		});
		return [
			line("__openai_preflight_is none", `-a ${row.name}`, `-d ${text(row.description)}`),
			...flagsOf(row).flatMap((flag) => flagLine(row.name === "run" ? `${is}; or __openai_preflight_is none` : is, flag)),
			...operands
		];
	});
	return `# fish completion of ${PROGRAM}; to try it: ${PROGRAM} completion fish | source
# The command that was typed is the one asked for; none was typed yet.
function __openai_preflight_is
    for word in (commandline -opc)[2..-1]
        if contains -- $word ${NAMES.join(" ")}
            test $word = $argv[1]
            return
        end
    end
    test $argv[1] = none
end
complete -c ${PROGRAM} -f
${lines.join("\n")}`;
}

export { completion };