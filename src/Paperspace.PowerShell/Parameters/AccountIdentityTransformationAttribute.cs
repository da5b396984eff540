namespace Paperspace.PowerShell;

/// <summary>Refuses an account that is null or empty, which would otherwise mean the default one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccountIdentityTransformationAttribute : SelectionTransformationAttribute
{
    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => null;

    /// <inheritdoc/>
    private protected override object Convert(object? given) =>
        IsNothing(given)
            ? throw PaperspaceException.InvalidRequest(
                "The account is empty: it selects none. Leave the parameter out for the default account.",
                "Account")
            : given!;
}
