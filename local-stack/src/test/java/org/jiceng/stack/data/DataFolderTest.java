package org.jiceng.stack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jiceng.stack.sample.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderOfSomeoneElseIsNeitherUsedNorWiped() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear all");
    DataFolder data = new DataFolder(folder);
    assertThatThrownBy(data::wipe).hasMessageContaining("is not a data folder of Jiceng");
    assertThatThrownBy(() -> data.claim(Scale.SMALL))
        .hasMessageContaining("is not a data folder of Jiceng");
    assertThat(letter).exists();
  }

  @Test
  void aFolderOfOursIsWipedWhole() {
    DataFolder data = new DataFolder(folder.resolve("with space"));
    data.claim(Scale.SMALL);
    data.wipe();
    assertThat(data.path()).doesNotExist();
  }

  @Test
  void aDistrictKeepsItsScale() {
    DataFolder data = new DataFolder(folder);
    data.claim(Scale.SMALL);
    assertThatThrownBy(() -> data.claim(Scale.SURVEY))
        .hasMessageContaining("holds a district of the scale small");
  }

  @Test
  void aSecretIsMadeOnceAndIsForItsOwnerOnly() throws IOException {
    DataFolder data = new DataFolder(folder);
    String secret = new Secrets(data).get("database.test");
    assertThat(new Secrets(data).get("database.test")).isEqualTo(secret).hasSizeGreaterThan(20);
    assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
