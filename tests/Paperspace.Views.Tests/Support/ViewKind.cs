namespace Paperspace.Views.Tests;

/// <summary>Which of a type's views is shown.</summary>
public enum ViewKind
{
    /// <summary>What PowerShell chooses by itself: the module as it is.</summary>
    Default,

    /// <summary>The tables, sized by all their rows. By itself PowerShell sizes a table by the rows of its first 300 ms.</summary>
    Table,

    /// <summary>What Format-List chooses.</summary>
    List,

    /// <summary>What Format-Wide chooses.</summary>
    Wide,

    /// <summary>The named view that groups machines by region.</summary>
    Region,
}
