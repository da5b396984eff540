namespace Paperspace.PowerShell;

/// <summary>Refuses an account that is null or empty, which would otherwise mean the default one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccountIdentityTransformationAttribute : SelectionTransformationAttribute
{
    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => null;

    /// <inheritdoc/>
    private protected override object Convert(object? given) =>
        GetItems(given, _ => false) is var items && (items.Count == 0 || items.Any(IsNothing))
            ? throw PaperspaceException.InvalidRequest(
                "The account is empty. Specify a name or omit the parameter to use the default account.",
                "Account")
            : given!;
}
