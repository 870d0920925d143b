namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A small disk in memory, mounted for one test. Needs Linux and root.</summary>
internal sealed class Tmpfs : IDisposable
{
    private Tmpfs(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static Tmpfs Mount(int bytes)
    {
        var path = Directory.CreateTempSubdirectory("supportgrid-tmpfs-").FullName;
        var failure = Tool.Run("mount", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", path);
        return failure is null
            ? new Tmpfs(path)
            : throw new InvalidOperationException($"A tmpfs cannot be mounted: {failure}");
    }

    /// <summary>Why none can be mounted here; null if one can.</summary>
    public static string? WhyNot()
    {
        try
        {
            Mount(4096).Dispose();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return e.Message;
        }
    }

    /// <summary>Takes all space but the given bytes.</summary>
    public void FillUp(long leave)
    {
        using var ballast = new FileStream(Ballast, FileMode.Create);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(page);
                ballast.Flush();
            }
        }
        catch (IOException)
        {
            // Full: the ballast gives back what was asked for.
            ballast.SetLength(Math.Max(0, ballast.Length - leave));
        }
    }

    public void FreeUp() => File.Delete(Ballast);

    public void Dispose()
    {
        Tool.Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }
}
