//! Which colour each role has, on a light and on a dark ground, at the usual contrast and at a high
//! one.

use super::shape::Role;

/// What a figure is drawn on, which its colours stand out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Palette {
    Light,
    Dark,
    HighContrastLight,
    HighContrastDark,
}

impl Palette {
    /// Red, green and blue of a role.
    pub fn rgb(self, role: Role) -> [u8; 3] {
        let [light, dark, high_light, high_dark] = match role {
            Role::Skin => [0xe9_c3a4, 0xe9_c3a4, 0xb8_733f, 0xf5_d0b2],
            Role::SkinShade => [0xdd_b394, 0xdd_b394, 0xa5_653a, 0xe3_b48f],
            Role::SkinFar => [0xd2_a688, 0xd2_a688, 0x7d_4522, 0xb5_835f],
            Role::Hair => [0x4a_3728, 0x5d_4635, 0x2b_1d12, 0x8f_6a50],
            Role::Top => [0x2f_7f79, 0x2f_7f79, 0x0b_6660, 0x1c_8f86],
            Role::Sleeve => [0x3d_928b, 0x45_9f97, 0x15_857d, 0x4f_c4b9],
            Role::SleeveFar => [0x23_6660, 0x23_6660, 0x05_3f3b, 0x1d_7068],
            Role::Trousers => [0x33_415c, 0x6d_82ad, 0x3c_56a0, 0x7f_97e8],
            Role::TrousersFar => [0x27_3349, 0x4d_5f86, 0x1a_2750, 0x4f_65b5],
            Role::Shoe => [0xe9_e1d2, 0xf4_efe6, 0x6e_6e6e, 0xff_ffff],
            Role::ShoeFar => [0xd0_c8b9, 0xd8_d2c6, 0x3c_3c3c, 0xb5_b0a6],
            Role::Mat => [0xcf_e3df, 0x26_403e, 0x6a_9a93, 0x3c_7a75],
            Role::Prop => [0xd9_d3c7, 0x49_565d, 0x8a_8477, 0x8d_9ba3],
            Role::PropShade => [0xc6_beaf, 0x3b_474e, 0x64_5e52, 0x66_747c],
            Role::Towel => [0xd9_8f6c, 0xd9_8f6c, 0xb5_532a, 0xff_9d6e],
            Role::Band => [0x8e_5bb5, 0xb9_8ae0, 0x6a_2fa0, 0xd0_a0ff],
            Role::Stick => [0x8a_6a45, 0xb8_9468, 0x5c_3d1c, 0xe0_bd8c],
            Role::Highlight => [0xff_8a5b, 0xff_8a5b, 0xf2_641e, 0xff_6a2a],
            Role::Arrow => [0x6b_7780, 0x94_a1a8, 0x1f_2a30, 0xff_ffff],
        };
        let [_, rgb @ ..] = u32::to_be_bytes(match self {
            Self::Light => light,
            Self::Dark => dark,
            Self::HighContrastLight => high_light,
            Self::HighContrastDark => high_dark,
        });
        rgb
    }
}
