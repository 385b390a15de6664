package ecommerce.proxyclient.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Serves a file also under the name of another version, and without a version. A page of another version names another hash
 * of the file's content, for example during a deployment: it gets the file of this version, which nobody may keep under that
 * name. Stands before the cache of the other resolvers, because anybody can make up such names.
 */
final class AssetResolver extends AbstractResourceResolver {

    private final ContentVersionStrategy versions = new ContentVersionStrategy();

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        var resource = chain.resolveResource(request, path, locations);
        // Spring's resource with the right version has headers of its own.
        if (resource instanceof HttpResource) {
            return resource;
        }
        var version = versions.extractVersion(path);
        var other = resource != null || version == null
                ? resource
                : chain.resolveResource(request, versions.removeVersion(path, version), locations);
        return other == null ? null : new PassingFile(other);
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static final class PassingFile extends UrlResource implements HttpResource {

        PassingFile(Resource file) {
            super(address(file));
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            var headers = new HttpHeaders();
            headers.setCacheControl(CacheControl.noStore());
            return headers;
        }

        private static URL address(Resource file) {
            try {
                return file.getURL();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
