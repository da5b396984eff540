using Paperspace.Report.Tests.Support;

[assembly: AssemblyFixture(typeof(ReportPages))]
