using Paperspace.Help;

const int Failure = 1;
const int BadArguments = 64;

if (args is not [var pages, var help])
{
    Console.Error.WriteLine(
        "Usage: Paperspace.Help PAGES HELP. Builds the help in the folder HELP from the Markdown pages in the folder PAGES.");
    return BadArguments;
}

try
{
    return HelpBuild.Run(pages, help, Console.Error.WriteLine) ? 0 : Failure;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(failure.Message);
    return Failure;
}
