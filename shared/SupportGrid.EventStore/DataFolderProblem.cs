namespace SupportGrid.EventStore;

/// <summary>Why a data folder cannot be opened.</summary>
public enum DataFolderProblem
{
    /// <summary>A newer version of the program wrote it.</summary>
    NewerSchema,

    /// <summary>The file is no database, or its structure is broken.</summary>
    Damaged,

    /// <summary>The file is a database, but not an event log.</summary>
    Foreign,

    /// <summary>The folder or the file cannot be created or written.</summary>
    NotWritable,

    /// <summary>Another process (or another store in this one) has it open.</summary>
    InUse,

    /// <summary>It holds no event log, and whoever asked may not create one.</summary>
    Missing,

    /// <summary>There is no space to open it.</summary>
    DiskFull,
}
