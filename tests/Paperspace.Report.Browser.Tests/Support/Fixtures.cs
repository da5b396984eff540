using Paperspace.Report.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(BrowserSession))]
