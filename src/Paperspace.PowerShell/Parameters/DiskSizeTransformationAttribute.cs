using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace Paperspace.PowerShell;

/// <summary>Reads sizes in GB: a number is one of GB, and so is what PowerShell makes of 50GB, which is a number of bytes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DiskSizeTransformationAttribute : ValueTransformationAttribute
{
    private const decimal BytesPerGB = 1024m * 1024 * 1024;

    /// <inheritdoc/>
    private protected override object? FromText(string text) =>
        NumberTransformationAttribute.TryRead(text.Replace(" ", ""), out var size)
            ? ToGB(size, text)
            : throw Invalid($"'{text}' is not a size: give a number of GB, such as 50, or 50GB.");

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value is BigInteger or IConvertible and not bool
        ? ToGB(LanguagePrimitives.ConvertTo<decimal>(value), value)
        : value;

    private static int ToGB(decimal size, object given)
    {
        var gigabytes = size >= BytesPerGB ? size / BytesPerGB : size;
        return gigabytes == decimal.Truncate(gigabytes) && gigabytes is >= int.MinValue and <= int.MaxValue
            ? (int)gigabytes
            : throw Invalid(
                $"{Convert.ToString(given, CultureInfo.InvariantCulture)} is not a whole number of GB: give one such as 50, or 50GB.");
    }
}
