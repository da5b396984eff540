using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats prices for messages.</summary>
internal static class PriceText
{
    /// <summary>Formats an amount in US dollars: whole dollars without cents, prices below a cent with all digits.</summary>
    public static string Amount(decimal amount) =>
        amount.ToString(amount == decimal.Truncate(amount) ? "$#,##0" : "$#,##0.00##", CultureInfo.InvariantCulture);
}
