using System.Globalization;
using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Prices;

/// <summary>Numbers that are given as strings.</summary>
public sealed class NumberParameterTests
{
    [Theory]
    [InlineData("Measure-PsMachineCost -Budget '12,50'", "'12,50' has a comma", "Specify 12.50 or 1250.")]
    [InlineData("Measure-PsMachineCost -Budget 100,50", "Several values were given", "with a decimal point")]
    [InlineData("Measure-PsMachineCost -Budget ''", "The value is empty", "")]
    [InlineData("Measure-PsMachineCost -Budget $none", "The value is empty", "")]
    [InlineData("Measure-PsMachineCost -Budget much", "'much' is not a number.", "")]
    [InlineData("Get-PsMachine -Limit '1,5'", "'1,5' has a comma", "Specify 1.5 or 15.")]
    [InlineData("Get-PsMachine -Limit 1.5", "1.5 is not a whole number.", "")]
    [InlineData("Get-PsMachine -Skip '1,000'", "'1,000' has a comma", "")]
    [InlineData("Get-PsMachine -ThrottleLimit '1,6'", "'1,6' has a comma", "")]
    [InlineData("Get-PsMachine -Ram '32,212,254,720'", "has a comma", "")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P4000 -TemplateId t -Size '1,000'", "'1,000' has a comma", "1.000 or 1000.")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P4000 -TemplateId t -Size 50 -Minimum '1,0'", "has a comma", "")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P4000 -TemplateId t -Size 50 -ShutdownTimeoutInHours '1,5'", "has a comma", "")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P4000 -TemplateId t -Size 50 -CapacityTimeout '1,5h'", "has a comma", "1.5h")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P4000 -TemplateId t -Size 50 -MaxHourlyPrice '0,51'", "has a comma", "0.51")]
    [InlineData("Set-PsMachine psaaa -ShutdownTimeoutInHours '1,5'", "'1,5' has a comma", "")]
    [InlineData("Set-PsMachine psaaa -AutoSnapshotSaveCount '1,5'", "'1,5' has a comma", "")]
    [InlineData("New-PsSharedDrive a '1,000' -Network n", "'1,000' has a comma", "")]
    [InlineData("Get-PsMachineType -MinGpuMemory '1,000'", "'1,000' has a comma", "")]
    [InlineData("Get-PsMachineType -MaxHourlyPrice '0,5'", "'0,5' has a comma", "")]
    [InlineData("Get-PsCostRecommendation -SnapshotLimit '1,5'", "'1,5' has a comma", "")]
    [InlineData("Connect-PsAccount -Simulator -Speed '1,5'", "'1,5' has a comma", "")]
    public void A_comma_is_an_error_that_names_it_in_every_culture(string command, string says, string advises)
    {
        using var host = new FastHost();
        foreach (var culture in new[] { "en-US", "de-DE", "fr-CH", "" })
        {
            var error = RunIn(culture, () => host.Run(command)).Error;
            Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
            Assert.Contains(advises, error.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(host.Lines());
    }

    [Theory]
    [InlineData("7d", "7.00:00:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("1.5H", "01:30:00")]
    [InlineData("90", "00:01:30")]
    [InlineData("00:00:05", "00:00:05")]
    public void A_length_of_time_may_have_units(string given, string time)
    {
        using var session = new Session();
        // The engine's own conversion of the parameter, without a wait of that length.
        var outcome = session.Run(
            "(Get-Command Wait-PsMachine).Parameters['Timeout'].Attributes"
            + ".Where({ $_ -is [Management.Automation.ArgumentTransformationAttribute] })[0].Transform($ExecutionContext, "
            + $"'{given}')");
        Assert.Equal(TimeSpan.Parse(time, CultureInfo.InvariantCulture), outcome.Single<TimeSpan>());
    }

    [Theory]
    [InlineData("'2w'", "'2w' is not a length of time")]
    [InlineData("abc", "'abc' is not a length of time")]
    [InlineData("1d", "Enclose the time in quotation marks: '1d'")]
    [InlineData("-1", "-1 is not a length of time")]
    public void Another_length_of_time_is_an_error_that_says_what_to_specify(string given, string says)
    {
        using var session = new Session();
        Assert.Contains(says, session.Run($"Wait-PsMachine x -Timeout {given}").Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-PsMachineType -MaxHourlyPrice '0.51' P4000")]
    [InlineData("Get-PsMachineType -MaxHourlyPrice 0.51 P4000")]
    [InlineData("Get-PsMachineType -MaxHourlyPrice @(0.51) P4000")]
    [InlineData("Get-PsMachineType -MaxHourlyPrice ' 1 ' P4000")]
    [InlineData("Get-PsMachineType -MinVcpu '8' P4000")]
    [InlineData("Get-PsMachineType -MinVcpu 8.0 P4000")]
    [InlineData("Get-PsMachineType -MinVcpu ([bigint] 8) P4000")]
    public void A_number_is_read_invariantly_in_every_culture(string command)
    {
        using var session = new Session();
        foreach (var culture in new[] { "en-US", "de-DE", "fr-CH", "" })
            Assert.Single(RunIn(culture, () => session.Run(command)).Succeeded().Output);
    }

    /// <summary>Every parameter that holds a number reads it the same way, so that no new one is forgotten.</summary>
    [Fact]
    public void Every_numeric_parameter_has_the_transformation()
    {
        using var session = new Session();
        var commands = session.Run("Get-Command -Module Paperspace -CommandType Cmdlet").All<CmdletInfo>();
        Assert.NotEmpty(commands);
        var parameters = commands
            .SelectMany(command => command.Parameters.Values.Select(parameter => (Command: command.Name, Parameter: parameter)))
            .Where(item => IsNumber(item.Parameter.ParameterType) && !Cmdlet.CommonParameters.Contains(item.Parameter.Name))
            .ToArray();
        Assert.NotEmpty(parameters);
        Assert.Empty(parameters
            .Where(item => !item.Parameter.Attributes.Any(attribute =>
                attribute.GetType().Name is "NumberTransformationAttribute" or "DiskSizeTransformationAttribute"))
            .Select(item => $"{item.Command} -{item.Parameter.Name}"));
    }

    private static bool IsNumber(Type type) =>
        Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type)
            is TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Single or TypeCode.Decimal
        && !(Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static Outcome RunIn(string culture, Func<Outcome> run)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
