BeforeAll {
    # The functions alone: running the script would build.
    $syntax = [Management.Automation.Language.Parser]::ParseFile((Join-Path $PSScriptRoot '../../build.ps1'), [ref] $null, [ref] $null)
    $function = $syntax.Find({ $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] -and $args[0].Name -eq 'Get-TestFailure' }, $true)
    . ([scriptblock]::Create($function.Extent.Text))
}

Describe 'The failures that build.ps1 lists at the end' {
    It 'are those of dotnet test, with the first lines of their messages' {
        Get-TestFailure @(
            'passed Paperspace.Tests.OneTests.Passes (1ms)'
            'failed Paperspace.Tests.OneTests.Fails(value: "a") (170ms)'
            '  from /somewhere/Paperspace.Tests.dll (net10.0|x64)'
            '  Assert.Equal() Failure: Strings differ'
            '  Expected: "a"'
            ''
            '  Standard output'
            'Test run summary: Failed!'
            '  failed: 1'
        ) | Should -Be @(
            'failed Paperspace.Tests.OneTests.Fails(value: "a") (170ms)'
            '    Assert.Equal() Failure: Strings differ'
            '    Expected: "a"')
    }

    It 'are those of Pester' {
        Get-TestFailure @(
            'Describing Views'
            '  [+] show a table 12ms (10ms|2ms)'
            '  [-] show a list 25ms (24ms|1ms)'
            '   Expected 1, but got 2.'
            '   at 1 | Should -Be 2, Views.Tests.ps1:7'
            '  [+] show all 3ms (2ms|1ms)'
            'Pester: 2 passed, 1 failed'
        ) | Should -Be @(
            '[-] show a list 25ms (24ms|1ms)'
            '    Expected 1, but got 2.'
            '    at 1 | Should -Be 2, Views.Tests.ps1:7')
    }

    It 'are empty if all tests passed' {
        Get-TestFailure @('passed A (1ms)', '  [+] b 1ms (1ms|0ms)', '  failed: 0') | Should -BeNullOrEmpty
    }
}
