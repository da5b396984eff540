namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Connects accounts that have a clock of the tests, which no parameter of Connect-PsAccount could give them.</summary>
internal static class ConnectedAccount
{
    /// <summary>Makes an account the default one of a session, as Connect-PsAccount does.</summary>
    public static void Connect(this Session session, PaperspaceAccount account)
    {
        session.Set("account", account);
        session.Run(
            """
            & {
                $registry = [Paperspace.PowerShell.ConnectPsAccountCommand].Assembly.GetType('Paperspace.PowerShell.AccountRegistry')
                $current = $registry.GetProperty('Current').GetValue($null)
                $registry.GetMethod('Connect').Invoke($current, @($account.PSObject.BaseObject, $true))
            }
            """).Succeeded();
    }
}
