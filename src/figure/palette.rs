//! Which colour each role has, on a light and on a dark ground.

use super::shape::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Palette {
    Light,
    Dark,
}

impl Palette {
    /// Red, green and blue of a role.
    pub fn rgb(self, role: Role) -> [u8; 3] {
        let (light, dark) = match role {
            Role::Skin => (0xe9_c3a4, 0xe9_c3a4),
            Role::SkinShade => (0xdd_b394, 0xdd_b394),
            Role::SkinFar => (0xd2_a688, 0xd2_a688),
            Role::Hair => (0x4a_3728, 0x5d_4635),
            Role::Top => (0x2f_7f79, 0x2f_7f79),
            Role::Sleeve => (0x3d_928b, 0x45_9f97),
            Role::SleeveFar => (0x23_6660, 0x23_6660),
            Role::Trousers => (0x33_415c, 0x6d_82ad),
            Role::TrousersFar => (0x27_3349, 0x4d_5f86),
            Role::Shoe => (0xe9_e1d2, 0xf4_efe6),
            Role::ShoeFar => (0xd0_c8b9, 0xd8_d2c6),
            Role::Mat => (0xcf_e3df, 0x26_403e),
            Role::Prop => (0xd9_d3c7, 0x49_565d),
            Role::PropShade => (0xc6_beaf, 0x3b_474e),
            Role::Towel => (0xd9_8f6c, 0xd9_8f6c),
            Role::Highlight => (0xff_8a5b, 0xff_8a5b),
            Role::Arrow => (0x6b_7780, 0x94_a1a8),
        };
        let [_, rgb @ ..] = u32::to_be_bytes(match self {
            Self::Light => light,
            Self::Dark => dark,
        });
        rgb
    }
}
