using System.Security;

namespace Paperspace.Shell;

/// <summary>Reads a line that must not be seen.</summary>
internal sealed class SecretReader(Terminal terminal)
{
    private const string Rubout = "\b \b";

    /// <summary>Reads a line, showing a star for each character.</summary>
    /// <param name="prompt">What is shown before it.</param>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl+C.</exception>
    public SecureString Read(string prompt)
    {
        terminal.Ask(prompt);
        using var keys = new KeyCapture();
        var secret = new SecureString();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    terminal.Ask(Environment.NewLine);
                    secret.MakeReadOnly();
                    return secret;
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    terminal.Ask("^C" + Environment.NewLine);
                    secret.Dispose();
                    throw new OperationCanceledException();
                case { Key: ConsoleKey.Backspace } when secret.Length > 0:
                    secret.RemoveAt(secret.Length - 1);
                    terminal.Ask(Rubout);
                    break;
                default:
                    if (char.IsControl(key.KeyChar)) break;
                    secret.AppendChar(key.KeyChar);
                    terminal.Ask("*");
                    break;
            }
        }
    }
}
