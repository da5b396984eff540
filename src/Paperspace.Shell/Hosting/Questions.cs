using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Paperspace.Shell;

/// <summary>The questions of commands, for a person at the terminal: without one, each fails at once rather than wait for ever.</summary>
internal sealed class Questions(Terminal terminal)
{
    /// <summary>Asks for a line.</summary>
    public string Read(string prompt)
    {
        ILineReader reader = terminal.CanEdit ? new LineEditor(terminal, new LineHistory()) : new PlainLineReader(terminal);
        return Answered(() => reader.Read(prompt)) ?? throw new PipelineStoppedException();
    }

    /// <summary>Asks for a line that must not be seen.</summary>
    public SecureString ReadSecret(string prompt) => Answered(() => new SecretReader(terminal).Read(prompt));

    /// <summary>Asks for a user's name, unless it is known, and for the password.</summary>
    public PSCredential ReadCredential(string caption, string message, string? userName)
    {
        Introduce(caption, message);
        var name = string.IsNullOrEmpty(userName) ? Read("User: ") : userName;
        return new PSCredential(name, ReadSecret($"Password for user {name}: "));
    }

    /// <summary>Asks for one of several things, until the answer is one of them.</summary>
    public int Choose(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Introduce(caption, message);
        var menu = new ChoiceMenu(choices, defaultChoice);
        while (true)
        {
            var answer = Read(menu.Line).Trim();
            if (answer == ChoiceMenu.Help) terminal.Ask(menu.Explanation);
            else if (menu.Find(answer) is { } choice) return choice;
        }
    }

    /// <summary>Asks for the values of parameters.</summary>
    public Dictionary<string, PSObject> FillIn(string caption, string message, Collection<FieldDescription> fields)
    {
        Introduce(caption, message);
        return fields.ToDictionary(field => field.Name, field => PSObject.AsPSObject(FillIn(field)));
    }

    private object FillIn(FieldDescription field)
    {
        if (field.ParameterTypeFullName == typeof(SecureString).FullName) return ReadSecret(field.Name + ": ");
        if (field.ParameterTypeFullName == typeof(PSCredential).FullName) return ReadCredential("", field.Name, null);
        return field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal) ? ReadList(field.Name) : Read(field.Name + ": ");
    }

    private string[] ReadList(string name)
    {
        var items = new List<string>();
        while (Read($"{name}[{items.Count}]: ") is { Length: > 0 } item) items.Add(item);
        return [.. items];
    }

    private void Introduce(params ReadOnlySpan<string> lines)
    {
        RequirePerson();
        foreach (var line in lines)
            if (!string.IsNullOrEmpty(line)) terminal.Ask(line + Environment.NewLine);
    }

    private T Answered<T>(Func<T> read)
    {
        RequirePerson();
        try
        {
            return read();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private void RequirePerson()
    {
        if (!terminal.IsInteractive) throw new HostException("The command asks a question, but nobody can answer: standard input is not a terminal.");
    }
}
