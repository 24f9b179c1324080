package io.atalaya.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.resolvers.ClassResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the classes that ours depend on, as ArchUnit does by itself, but for the SDK's models: each of them leads to hundreds
 * more, and of a model no rule asks more than its name.
 */
public final class WithoutModels implements ClassResolver {
    private static final Pattern MODEL =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.[^.]+\\.(?:model|transform|paginators)\\..*");

    private ClassUriImporter importer = uri -> Optional.empty();

    @Override
    public void setClassUriImporter(ClassUriImporter classUriImporter) {
        importer = classUriImporter;
    }

    @Override
    public Optional<JavaClass> tryResolve(String typeName) {
        if (MODEL.matcher(typeName).matches()) {
            return Optional.empty();
        }
        var file = WithoutModels.class.getResource('/' + typeName.replace('.', '/') + ".class");
        return file == null ? Optional.empty() : importer.tryImport(uri(file));
    }

    private static URI uri(URL file) {
        try {
            return file.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file.toString(), e);
        }
    }
}
