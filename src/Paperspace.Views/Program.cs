using System.Reflection;
using Paperspace.Views;

var root = typeof(FormatFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(it => it.Key == "RepositoryRoot").Value!;
try
{
    File.WriteAllText(Path.Combine(root, "Paperspace.format.ps1xml"), FormatFile.Generate(Path.Combine(root, "views")));
    return 0;
}
catch (FormatException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
