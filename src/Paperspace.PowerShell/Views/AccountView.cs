namespace Paperspace.PowerShell;

/// <summary>What the views of an account show. For Paperspace.format.ps1xml.</summary>
public static class AccountView
{
    /// <summary>The host of the API; with the scheme where that is not HTTPS.</summary>
    public static string Host(PaperspaceAccount account) => ViewText.Text(
        account.BaseUri.Scheme == Uri.UriSchemeHttps ? account.BaseUri.Authority : account.BaseUri.GetLeftPart(UriPartial.Authority));

    /// <summary>Whether it is the one used when none is named.</summary>
    public static string IsDefault(PaperspaceAccount account) => ViewText.YesNo(AccountRegistry.Current.IsDefault(account));
}
