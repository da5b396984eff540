using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Reads secure texts, also from the plain ones that tables have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureStringTransformationAttribute : ValueTransformationAttribute
{
    /// <inheritdoc/>
    private protected override object? FromText(string text)
    {
        var secret = new SecureString();
        foreach (var c in text) secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
