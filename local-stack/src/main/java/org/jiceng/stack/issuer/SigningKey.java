package org.jiceng.stack.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.StackFailure;

/** The issuer's key, kept in the data folder so that a token outlives a restart. */
final class SigningKey {
  private SigningKey() {}

  static RSAKey of(DataFolder data) {
    Path file = data.resolve("issuer-key.json");
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, new RSAKeyGenerator(2048).generate().toJSONString());
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw data.unwritable(e);
    } catch (JOSEException | ParseException e) {
      throw new StackFailure(
          "The issuer's key in %s cannot be read; remove the file to get a new one."
              .formatted(file),
          e);
    }
  }
}
