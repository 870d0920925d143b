using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core.Utils;

/// <summary>Short argument and state checks.</summary>
public static class GrpcPreconditions
{
    /// <summary>Throws <see cref="ArgumentException"/> unless the condition holds.</summary>
    public static void CheckArgument([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException("An argument is out of range.");
        }
    }

    /// <summary>Throws <see cref="ArgumentException"/> with a message unless the condition holds.</summary>
    public static void CheckArgument([DoesNotReturnIf(false)] bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new ArgumentException(errorMessage);
        }
    }

    /// <summary>The reference, or <see cref="ArgumentNullException"/>.</summary>
    public static T CheckNotNull<T>([NotNull] T reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference;
    }

    /// <summary>The reference, or <see cref="ArgumentNullException"/> for the named parameter.</summary>
    public static T CheckNotNull<T>([NotNull] T reference, string paramName)
    {
        ArgumentNullException.ThrowIfNull(reference, paramName);
        return reference;
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> unless the condition holds.</summary>
    public static void CheckState([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException();
        }
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> with a message unless the condition holds.</summary>
    public static void CheckState([DoesNotReturnIf(false)] bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new InvalidOperationException(errorMessage);
        }
    }
}
