using System.CommandLine;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Shell completion scripts. They ask the program itself, so new commands and catalogue members are completed without a new script.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # Add to ~/.bashrc:  source <(landscape-opt completion bash)
            _landscape_opt() {
                local line IFS=$'\n'
                COMPREPLY=()
                for line in $(landscape-opt "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null); do
                    [[ $line == "${COMP_WORDS[COMP_CWORD]}"* ]] && COMPREPLY+=("$line")
                done
            }
            complete -o default -F _landscape_opt landscape-opt
            """,
        ["zsh"] = """
            # Add to ~/.zshrc, after compinit:  source <(landscape-opt completion zsh)
            _landscape_opt() {
                local -a found
                found=("${(@f)$(landscape-opt "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -a found
                (( $#found )) || _files
            }
            compdef _landscape_opt landscape-opt
            """,
        ["fish"] = """
            # Save as ~/.config/fish/completions/landscape-opt.fish
            function __landscape_opt
                set -l line (commandline -cp)
                landscape-opt "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c landscape-opt -a '(__landscape_opt)'
            """,
        ["pwsh"] = """
            # Add to $PROFILE:  landscape-opt completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName landscape-opt -ScriptBlock {
                param($word, $ast, $position)
                landscape-opt "[suggest:$position]" "$ast" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    internal static Command Create()
    {
        var shell = new Argument<string>("shell") { HelpName = "SHELL", Description = "One of " + string.Join(", ", Scripts.Keys) + "." };
        shell.CompletionSources.Add(_ => Scripts.Keys.Select(s => new System.CommandLine.Completions.CompletionItem(s)));
        var command = new Command("completion", "A shell completion script.") { shell };
        Help.Examples(command, "completion bash");
        command.SetAction(parsed => Execute(parsed.GetValue(shell)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Execute(string shell, TextWriter output)
    {
        if (!Scripts.TryGetValue(shell, out string? script))
        {
            throw new InputException(
                "completion", $"unknown shell '{shell}': expected one of {string.Join(", ", Scripts.Keys)}{Spelling.Suggest(shell, Scripts.Keys)}");
        }

        output.Write(script.ReplaceLineEndings("\n") + "\n");
        return ExitCode.Done;
    }
}
