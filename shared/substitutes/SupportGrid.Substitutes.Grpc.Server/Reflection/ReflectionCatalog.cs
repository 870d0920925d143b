using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>The descriptors behind the mapped services: files, symbols and extensions, found by name.</summary>
internal sealed class ReflectionCatalog
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions = new(StringComparer.Ordinal);

    public ReflectionCatalog(IEnumerable<ServiceDescriptor> services)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            names.Add(service.FullName);
            AddFile(service.File);
        }

        Services = [.. names];
    }

    /// <summary>The full names of the services, sorted.</summary>
    public IReadOnlyList<string> Services { get; }

    public FileDescriptor? FileByName(string name) => _files.GetValueOrDefault(name);

    /// <summary>The file that declares a service, method, message, field, enum, enum value or extension.</summary>
    public FileDescriptor? FileContainingSymbol(string symbol) => _symbols.GetValueOrDefault(symbol.TrimStart('.'));

    public FileDescriptor? FileContainingExtension(string extendedType, int number) =>
        _extensions.GetValueOrDefault(extendedType.TrimStart('.'))?.GetValueOrDefault(number);

    /// <summary>The numbers of all known extensions of a message; null if the message is not known.</summary>
    public IReadOnlyList<int>? ExtensionNumbers(string extendedType)
    {
        var name = extendedType.TrimStart('.');
        return _extensions.TryGetValue(name, out var extensions) ? [.. extensions.Keys]
            : _symbols.ContainsKey(name) ? []
            : null;
    }

    /// <summary>The file and everything it imports, each once, the file itself first.</summary>
    public static IEnumerable<ByteString> WithImports(FileDescriptor file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { file.Name };
        var queue = new Queue<FileDescriptor>([file]);
        while (queue.TryDequeue(out var next))
        {
            yield return next.SerializedData;
            foreach (var import in next.Dependencies)
            {
                if (seen.Add(import.Name))
                {
                    queue.Enqueue(import);
                }
            }
        }
    }

    private void AddFile(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var import in file.Dependencies)
        {
            AddFile(import);
        }

        foreach (var service in file.Services)
        {
            AddSymbol(service);
            AddSymbols(service.Methods);
        }

        foreach (var message in file.MessageTypes)
        {
            AddMessage(message);
        }

        AddEnums(file.EnumTypes);
        AddExtensions(file.Extensions);
    }

    private void AddMessage(MessageDescriptor message)
    {
        AddSymbol(message);
        AddSymbols(message.Fields.InDeclarationOrder());
        AddSymbols(message.Oneofs);
        AddEnums(message.EnumTypes);
        AddExtensions(message.Extensions);
        foreach (var nested in message.NestedTypes)
        {
            AddMessage(nested);
        }
    }

    private void AddEnums(IEnumerable<EnumDescriptor> enums)
    {
        foreach (var type in enums)
        {
            AddSymbol(type);
            AddSymbols(type.Values);
        }
    }

    private void AddExtensions(ExtensionCollection extensions)
    {
        foreach (var extension in extensions.UnorderedExtensions)
        {
            AddSymbol(extension);
            var name = extension.ExtendeeType.FullName;
            if (!_extensions.TryGetValue(name, out var numbers))
            {
                _extensions[name] = numbers = [];
            }

            numbers[extension.FieldNumber] = extension.File;
        }
    }

    private void AddSymbols(IEnumerable<IDescriptor> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            AddSymbol(descriptor);
        }
    }

    private void AddSymbol(IDescriptor descriptor) => _symbols[descriptor.FullName] = descriptor.File;
}
